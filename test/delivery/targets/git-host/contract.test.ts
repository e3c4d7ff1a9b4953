import { bareRepository } from '../../../fakes/git-hosts/bare-repository.ts';
import { HOST_NAMES, hostBench } from '../../../fakes/git-hosts/host-bench.ts';
import { describeTarget } from '../../contract.ts';

for (const name of HOST_NAMES) {
  describeTarget(name, { readsFiles: true }, async () => {
    const { open, repository } = await hostBench(name);
    return { target: open(), folder: repository };
  });
}

describeTarget('Gitea, repository of SHA-256', { readsFiles: true }, async () => {
  const { open, repository } = await hostBench('Gitea', bareRepository('main', 'sha256'));
  return { target: open(), folder: repository };
});
