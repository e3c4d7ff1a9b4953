console.log('jianbao');
