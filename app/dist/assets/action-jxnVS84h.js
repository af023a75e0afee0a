<<<<<<<< HEAD:app/dist/assets/action-PFOJ14aZ.js
import{d as i,a as u,z as l,O as c}from"./index-Bbotm4o9.js";function m(){const[t,n]=i(!1),[e,s]=i();async function a(o){if(!t){n(!0),s(void 0);try{await o()}catch(r){if(!(r instanceof c))throw r;s(r)}finally{n(!1)}}}return{run:o=>{a(o)},busy:t,problem:e?u(l,{problem:e}):null}}export{m as u};
========
import{d as i,a as u,v as l,O as c}from"./index-gMNOiLnW.js";function m(){const[t,n]=i(!1),[e,s]=i();async function a(o){if(!t){n(!0),s(void 0);try{await o()}catch(r){if(!(r instanceof c))throw r;s(r)}finally{n(!1)}}}return{run:o=>{a(o)},busy:t,problem:e?u(l,{problem:e}):null}}export{m as u};
>>>>>>>> fe37e6c2 (Ask for the code of a later log-in on the client's home):app/dist/assets/action-jxnVS84h.js
