using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Cadran.Tests.Account;

/// <summary>A real mail server on this machine, with a certificate that nobody vouches for.</summary>
public sealed class PostOffice : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<MimeMessage> letters = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Task serving;

    public PostOffice(bool offersTls = true)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
            if (offersTls) endpoint.Certificate(Certificate());
        }).Build();
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add(this);
        serving = new SmtpServer.SmtpServer(options, parts).StartAsync(closing.Token);
    }

    public int Port { get; }
    public IReadOnlyCollection<MimeMessage> Letters => letters;

    /// <summary>The next letter; null when none comes in that time.</summary>
    public async Task<MimeMessage?> NextAsync(TimeSpan patience) =>
        await arrived.WaitAsync(patience) && letters.TryDequeue(out MimeMessage? letter) ? letter : null;

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(buffer.ToArray());
        letters.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        arrived.Release();
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        try { await serving; }
        catch (OperationCanceledException) { }
        closing.Dispose();
        arrived.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
