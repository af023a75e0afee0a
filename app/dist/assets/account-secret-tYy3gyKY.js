import{r as e}from"./index-PA1xtNA1.js";const a=()=>decodeURIComponent(location.hash.slice(1));function n(){e("/")}export{a,n as l};
