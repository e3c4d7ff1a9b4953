import { expect, it } from 'vitest';
import { localImages } from '../../../src/core/post/local-images.ts';
import { isPrivateAddress, isPrivateIp } from '../../../src/core/text/private-host.ts';

it.each([
  'http://localhost:8080/a.jpg',
  'http://127.0.0.1/a.jpg',
  'http://2130706433/a.jpg',
  'http://0x7f.1/a.jpg',
  'http://192.168.0.1/reboot',
  'http://172.31.255.255/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[::ffff:192.168.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::192.168.0.1]/',
  'http://[2002:7f00:1::]/',
  'http://router/',
  'http://printer.local/',
  'http://printer.local./',
  'http://nas.home.arpa/',
])('%s is in the reader’s own network', (url) => {
  expect(isPrivateAddress(url)).toBe(true);
});

it.each([
  'https://news.example/a.jpg',
  'https://172.32.0.1/',
  'https://193.168.0.1/',
  'https://[2001:db8::1]/',
  'https://local.example/',
  'https://10.example/',
])('%s is not', (url) => {
  expect(isPrivateAddress(url)).toBe(false);
});

it('keeps a public story’s pictures from the reader’s own network, and a private story’s with it', () => {
  const images = [
    { src: 'http://192.168.0.1/reboot', alt: '' },
    { src: 'https://news.example/a.jpg', alt: '' },
  ];
  expect(localImages(images, 'https://news.example/story').map(({ url }) => url)).toEqual([
    'https://news.example/a.jpg',
  ]);
  expect(localImages(images, 'http://192.168.0.7/wiki')).toHaveLength(2);
});

it.each(['127.0.0.2', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1', 'nonsense'])(
  '%s is a private IP address',
  (address) => {
    expect(isPrivateIp(address)).toBe(true);
  },
);

it.each(['93.184.216.34', '198.18.0.7', '2606:2800:220:1::1', '64:ff9b::5db8:d822'])(
  '%s is a public one',
  (address) => {
    expect(isPrivateIp(address)).toBe(false);
  },
);
