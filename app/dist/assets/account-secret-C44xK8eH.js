import{r as e}from"./index-Bbotm4o9.js";const a=()=>decodeURIComponent(location.hash.slice(1));function n(){e("/")}export{a,n as l};
