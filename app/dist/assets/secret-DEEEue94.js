import{r as e}from"./index-wpTJt4UK.js";const a=()=>decodeURIComponent(location.hash.slice(1));function n(){e("/")}export{a,n as l};
