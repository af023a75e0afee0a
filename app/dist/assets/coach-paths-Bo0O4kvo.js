const t=(s,a="who")=>`/maps/${s}/${a}`,c=s=>`/coach/maps/${s}/session`,o=s=>`/coach/maps/${s}/what-if`,h=s=>`/coach/clients/${s}`;export{c as a,h as c,t as s,o as w};
