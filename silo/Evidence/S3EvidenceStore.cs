using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Silo.Evidence;

/// <summary>Files in an S3-compatible store, one object each, named by its hash. For clusters; all gateways and silos have the same one.</summary>
/// <remarks>An object is there whole or not at all. Keep versioning of the bucket off: an erased file would stay as an old version.</remarks>
internal sealed class S3EvidenceStore(S3Address address) : IEvidenceStore, IDisposable
{
    private readonly AmazonS3Client _client = new(
        new BasicAWSCredentials(address.AccessKey, address.Secret),
        new AmazonS3Config
        {
            ServiceURL = address.Service,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            // Trailers with further sums are beyond many compatible stores; the one sum that matters is sent below.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    public async Task PutAsync(EvidenceHash hash, Stream content, CancellationToken cancellation)
    {
        var begin = content.Position;
        var found = EvidenceHash.OfDigest(await SHA256.HashDataAsync(content, cancellation));
        if (found != hash) throw OtherContent.Than(hash, found);

        content.Position = begin;
        await AnsweredAsync(() => _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = address.Bucket,
                Key = KeyOf(hash),
                InputStream = content,
                AutoCloseStream = false,
                UseChunkEncoding = false,
                ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(hash.Value)),
            },
            cancellation));
    }

    public async Task<Stream?> OpenAsync(EvidenceHash hash, CancellationToken cancellation)
    {
        try
        {
            var found = await AnsweredAsync(() => _client.GetObjectMetadataAsync(address.Bucket, KeyOf(hash), cancellation));
            return new S3Content(found.ContentLength, (from, token) => ReadAsync(hash, from, token));
        }
        catch (LedgerUnavailableException e) when (e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            // Of a bucket that is not there the same is said of every file: that is no missing file.
            await AnsweredAsync(() => _client.HeadBucketAsync(new HeadBucketRequest { BucketName = address.Bucket }, cancellation));
            return null;
        }
    }

    public Task EraseAsync(EvidenceHash hash, CancellationToken cancellation) =>
        AnsweredAsync(() => _client.DeleteObjectAsync(address.Bucket, KeyOf(hash), cancellation));

    public void Dispose() => _client.Dispose();

    private string KeyOf(EvidenceHash hash) => address.Folder + hash.Value;

    private async Task<Stream> ReadAsync(EvidenceHash hash, long from, CancellationToken cancellation)
    {
        var request = new GetObjectRequest { BucketName = address.Bucket, Key = KeyOf(hash), ByteRange = new ByteRange($"bytes={from}-") };
        return (await AnsweredAsync(() => _client.GetObjectAsync(request, cancellation))).ResponseStream;
    }

    // Whoever asks may ask again: nothing was recorded yet.
    private async Task<T> AnsweredAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new LedgerUnavailableException($"The store for evidence at {address} does not answer: {e.Message}", e);
        }
    }
}
