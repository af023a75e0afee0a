import{r as e}from"./index-Bqs7iR-c.js";const a=()=>decodeURIComponent(location.hash.slice(1));function n(){e("/")}export{a,n as l};
