using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Supervision.Notices;
using Supervision.Webhooks;

namespace Supervision.Api.Notices.Webhooks;

/// <summary>Tells one address of one entry. Signed; never of this machine or its network, whatever the name means at that moment; never redirected.</summary>
/// <remarks>
/// The name is looked up for each connection, and the connection goes to an address that was looked at: a name that means
/// another address a moment later reaches nothing.
/// </remarks>
internal sealed class WebhookTransport : IDisposable
{
    public const string DeliveryHeader = "X-Supervision-Delivery";
    public const string TimestampHeader = "X-Supervision-Timestamp";
    public const string SignatureHeader = "X-Supervision-Signature";

    /// <summary>A slow receiver is tried again later.</summary>
    public static readonly TimeSpan PatienceDefault = TimeSpan.FromSeconds(15);

    private static readonly int HeaderKilobytesMax = 16;

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPAddress, bool> _isAllowed;
    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    public WebhookTransport(
        TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Func<IPAddress, bool>? isAllowed = null,
        TimeSpan? patience = null, SslClientAuthenticationOptions? tls = null)
    {
        (_clock, _resolve, _isAllowed) = (clock, resolve ?? Dns.GetHostAddressesAsync, isAllowed ?? PublicAddress.Is);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseHeadersLength = HeaderKilobytesMax,
            ConnectCallback = ConnectAsync,
            SslOptions = tls ?? new SslClientAuthenticationOptions(),
        })
        { Timeout = patience ?? PatienceDefault };
    }

    /// <param name="delivery">The id by which the receiver drops doubles.</param>
    public async Task<(SendOutcome Outcome, WebhookTry Try)> SendAsync(
        WebhookOrder order, string delivery, byte[] body, CancellationToken cancellation)
    {
        var (now, begun) = (_clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var (outcome, status, error) = await PostAsync(order, delivery, body, now, cancellation);
        return (outcome, new WebhookTry(delivery, now, status, error, (int)Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
    }

    public static string SignatureOf(string secret, string timestamp, ReadOnlySpan<byte> body) => "sha256=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes($"{timestamp}."), .. body]));

    public void Dispose() => _client.Dispose();

    private async Task<(SendOutcome Outcome, int? Status, string? Error)> PostAsync(
        WebhookOrder order, string delivery, byte[] body, DateTimeOffset now, CancellationToken cancellation)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, order.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add(DeliveryHeader, delivery);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, SignatureOf(order.Secret, timestamp, body));
        try
        {
            // What the receiver has to say beyond its status is not read.
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode ? (SendOutcome.Sent, status, null)
                : answer.StatusCode is HttpStatusCode.Gone ? (SendOutcome.Refused, status, "410 Gone")
                : (SendOutcome.Failed, status, status is >= 300 and < 400 ? $"{status}: redirects are not followed" : $"{status}");
        }
        catch (HttpRequestException trouble)
        {
            return (SendOutcome.Failed, null, trouble.InnerException is AddressRefusedException refused ? refused.Message : trouble.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (SendOutcome.Failed, null, "no answer in time");
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await _resolve(context.DnsEndPoint.Host, cancellation);
        // One that is not allowed among others is no accident.
        if (addresses.Length == 0 || !addresses.All(_isAllowed))
            throw new AddressRefusedException(context.DnsEndPoint.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The name means an address of this machine or its network.</summary>
    internal sealed class AddressRefusedException(string host) : IOException($"{host} is not an address of the world outside");
}
