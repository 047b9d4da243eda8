using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Supervision.Api.Notices.Webhooks;

namespace Supervision.Tests.Notices;

/// <summary>The other side of a webhook: a real server over TLS. Keeps what it was told, by the id of the delivery.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Host = "im.example.cn";
    public const string Secret = "0123456789abcdef01234567";

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = SelfSigned();

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(_certificate);
        }));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>What it answers, one after the other; then 200. Minus one hangs until the sender gives up.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>Every delivery in the order in which it came, doubles included.</summary>
    public ConcurrentQueue<(string Delivery, JsonElement Body, bool IsSigned)> Told { get; } = new();

    public int AtOnceMax { get; private set; }

    public int Port => new Uri(_app.Urls.First()).Port;

    public string Url => $"https://{Host}:{Port}/hook";

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Trusts this receiver's certificate and no other.</summary>
    public SslClientAuthenticationOptions Trust => new()
    {
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _certificate.Thumbprint,
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private int _atOnce;

    private async Task TakeAsync(HttpContext http)
    {
        AtOnceMax = Math.Max(AtOnceMax, Interlocked.Increment(ref _atOnce));
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var signature = WebhookTransport.SignatureOf(Secret, http.Request.Headers[WebhookTransport.TimestampHeader]!, body.ToArray());
            var answer = Answers.TryDequeue(out var scripted) ? scripted : StatusCodes.Status200OK;
            if (answer < 0)
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            if (answer is StatusCodes.Status302Found)
                http.Response.Headers.Location = $"https://127.0.0.1:{Port}/elsewhere";

            Told.Enqueue((http.Request.Headers[WebhookTransport.DeliveryHeader]!, JsonElement.Parse(body.ToArray()),
                http.Request.Headers[WebhookTransport.SignatureHeader] == signature));
            http.Response.StatusCode = answer;
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
