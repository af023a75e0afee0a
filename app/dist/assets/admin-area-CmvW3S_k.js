const e={routes:[],links:[]};export{e as area};
