const n=["who","closeness","support","situation","card"],o=(t,s)=>`/maps/${t}/${s}`;function a(t){return(t.find(({state:s})=>s!=="done")??t.at(-1)).step}export{n as S,a as n,o as s};
