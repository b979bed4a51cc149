/** A file that is fetched, under the checksum that its publisher or torchvision tells. */
export interface RemoteFile {
  url: string;
  /** 32 hexadecimal digits. */
  md5: string;
  /** Where it is a .tar.gz or .zip: the files in it that are kept, by their paths there. */
  members?: readonly string[];
}

/** Data that can be fetched. */
export interface Source {
  name: string;
  description: string;
  /** For people: `162 MB`. */
  size: string;
  /** Its place in the folder of the data. */
  folder: string;
  files: readonly RemoteFile[];
}

const fashionMnist = 'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com';
const toronto = 'https://www.cs.toronto.edu/~kriz';

const emnistParts = ['balanced', 'letters', 'digits', 'mnist', 'bymerge', 'byclass'];

export const sources: readonly Source[] = [
  {
    name: 'fashion-mnist',
    description: 'articles of clothing, 28×28 grey',
    size: '30 MB',
    folder: 'fashion-mnist',
    // The addresses and checksums of torchvision's FashionMNIST.
    files: [
      { url: `${fashionMnist}/train-images-idx3-ubyte.gz`, md5: '8d4fb7e6c68d591d4c3dfef9ec88bf0d' },
      { url: `${fashionMnist}/train-labels-idx1-ubyte.gz`, md5: '25c81989df183df01b3e8a0aad5dffbe' },
      { url: `${fashionMnist}/t10k-images-idx3-ubyte.gz`, md5: 'bef4ecab320f06d8554ea6380940ec79' },
      { url: `${fashionMnist}/t10k-labels-idx1-ubyte.gz`, md5: 'bb300cfdad3c16e7a12a480ee83cd310' },
    ],
  },
  {
    name: 'emnist',
    description: `digits and letters in the parts ${emnistParts.join(', ')}, 28×28 grey`,
    size: '536 MB',
    folder: 'emnist',
    // Those of torchvision's EMNIST.
    files: [
      {
        url: 'https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip',
        md5: '58c8d27c78d21e728a6bc7b3cc06412e',
        members: emnistParts.flatMap((part) =>
          ['train', 'test'].flatMap((split) => [
            `gzip/emnist-${part}-${split}-images-idx3-ubyte.gz`,
            `gzip/emnist-${part}-${split}-labels-idx1-ubyte.gz`,
          ]),
        ),
      },
    ],
  },
  {
    name: 'cifar10',
    description: 'animals and vehicles, 32×32 in colour',
    size: '162 MB',
    folder: 'cifar-10-batches-bin',
    // Those of the CIFAR page.
    files: [
      {
        url: `${toronto}/cifar-10-binary.tar.gz`,
        md5: 'c32a1d4ab5d03f1284b67883e8d87530',
        members: [1, 2, 3, 4, 5]
          .map((batch) => `cifar-10-batches-bin/data_batch_${batch}.bin`)
          .concat('cifar-10-batches-bin/test_batch.bin'),
      },
    ],
  },
  {
    name: 'cifar100',
    description: 'a hundred kinds of things, 32×32 in colour',
    size: '161 MB',
    folder: 'cifar-100-binary',
    files: [
      {
        url: `${toronto}/cifar-100-binary.tar.gz`,
        md5: '03b5dce01913d631647c71ecec9e9cb8',
        members: ['cifar-100-binary/train.bin', 'cifar-100-binary/test.bin'],
      },
    ],
  },
];
