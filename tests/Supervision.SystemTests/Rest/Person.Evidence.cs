using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Supervision.SystemTests.Rest;

/// <remarks>Files, piece by piece.</remarks>
internal sealed partial class Person
{
    private static readonly string OffsetHeader = "Upload-Offset";

    public async Task AppendAsync(string upload, long offset, byte[] bytes)
    {
        using var request = Piece(upload, offset, new ByteArrayContent(bytes));
        using var answer = await Http.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it was answered {0}", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Begins to send all of it and is cut off after some bytes.</summary>
    public async Task BreakOffAsync(string upload, long offset, byte[] bytes, int after)
    {
        using var request = Piece(upload, offset, new BreakingContent(bytes, after));
        await FluentActions.Awaiting(() => Http.SendAsync(request)).Should().ThrowAsync<HttpRequestException>();
    }

    public async Task<long> OffsetAsync(string upload)
    {
        using var request = Request(HttpMethod.Head, upload);
        using var answer = await Http.SendAsync(request);
        return long.Parse(answer.Headers.GetValues(OffsetHeader).Single(), CultureInfo.InvariantCulture);
    }

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await Http.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private HttpRequestMessage Piece(string upload, long offset, HttpContent content)
    {
        var request = Request(HttpMethod.Patch, upload);
        request.Headers.Add(OffsetHeader, offset.ToString(CultureInfo.InvariantCulture));
        request.Content = content;
        return request;
    }

    /// <summary>Says how much it will send and breaks off before.</summary>
    private sealed class BreakingContent : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly int _after;

        public BreakingContent(byte[] bytes, int after)
        {
            (_bytes, _after) = (bytes, after);
            Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _after));
            await stream.FlushAsync();
            throw new IOException("The line is dead.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
