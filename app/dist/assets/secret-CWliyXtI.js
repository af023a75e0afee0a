<<<<<<<< HEAD:app/dist/assets/account-secret-C44xK8eH.js
import{r as e}from"./index-Bbotm4o9.js";const a=()=>decodeURIComponent(location.hash.slice(1));function n(){e("/")}export{a,n as l};
========
import{r as e}from"./index-gMNOiLnW.js";const a=()=>decodeURIComponent(location.hash.slice(1));function n(){e("/")}export{a,n as l};
>>>>>>>> fe37e6c2 (Ask for the code of a later log-in on the client's home):app/dist/assets/secret-CWliyXtI.js
