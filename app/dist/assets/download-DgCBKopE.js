function o({name:t,blob:c}){const e=document.createElement("a");e.href=URL.createObjectURL(c),e.download=t,e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),6e4)}export{o as s};
