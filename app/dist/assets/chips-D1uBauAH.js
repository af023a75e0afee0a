<<<<<<<< HEAD:app/dist/assets/chips-C3bvdku9.js
import{a as r}from"./index-Bbotm4o9.js";function e({label:c,chips:p,chosen:a,choose:n}){return r("div",{class:"chips",role:"group","aria-label":c,children:p.map(({value:i,text:o,count:s})=>r("button",{type:"button",class:"chip","aria-pressed":i===a,onClick:()=>n(i),children:[o,s!==void 0&&r("span",{class:"chip-count",children:s})]},i))})}export{e as C};
========
import{a as r}from"./index-gMNOiLnW.js";function e({label:c,chips:p,chosen:a,choose:n}){return r("div",{class:"chips",role:"group","aria-label":c,children:p.map(({value:i,text:o,count:s})=>r("button",{type:"button",class:"chip","aria-pressed":i===a,onClick:()=>n(i),children:[o,s!==void 0&&r("span",{class:"chip-count",children:s})]},i))})}export{e as C};
>>>>>>>> fe37e6c2 (Ask for the code of a later log-in on the client's home):app/dist/assets/chips-D1uBauAH.js
