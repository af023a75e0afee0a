import{o}from"./index-PA1xtNA1.js";async function t(){const r=[];for await(const{items:e}of o.members.list({limit:200}))r.push(...e);return r.sort((e,m)=>e.name.localeCompare(m.name))}export{t as r};
