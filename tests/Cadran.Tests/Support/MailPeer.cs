using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Cadran.Tests.Support;

/// <summary>A real mail server that is as bad as a test wants it: it says what the test lets it say to each recipient.</summary>
public sealed class MailPeer : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<(string To, MimeMessage Message)> received = [];
    private readonly Task serving;

    public MailPeer(int port = 0)
    {
        Port = port > 0 ? port : FreePort();
        ISmtpServerOptions options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add((IMessageStore)this);
        parts.Add((IMailboxFilter)this);
        serving = new SmtpServer.SmtpServer(options, parts).StartAsync(closing.Token);
    }

    public int Port { get; }

    /// <summary>What it says of a recipient; null to take it.</summary>
    public Func<string, SmtpResponse?> OnRecipient { get; set; } = _ => null;

    /// <summary>What it says when it has the whole message; null to take it.</summary>
    public Func<string, Task<SmtpResponse?>> OnMessage { get; set; } = _ => Task.FromResult<SmtpResponse?>(null);

    /// <summary>Ends the connection without a word once it has the whole message.</summary>
    public Func<string, bool> HangsUpAfter { get; set; } = _ => false;

    /// <summary>What it kept, also of those it told nobody of.</summary>
    public IReadOnlyList<(string To, MimeMessage Message)> Received => [.. received];

    public int Times(string to) => received.Count(r => r.To == to);

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        OnRecipient(Address(to)) is { } said ? throw new SmtpResponseException(said) : Task.FromResult(true);

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        string to = Address(Assert.Single(transaction.To));
        if (await OnMessage(to) is { } said) return said;
        using var bytes = new MemoryStream(buffer.ToArray());
        received.Enqueue((to, await MimeMessage.LoadAsync(bytes, cancellationToken)));
        if (!HangsUpAfter(to)) return SmtpResponse.Ok;
        await context.Pipe.Output.CompleteAsync();
        context.Pipe.Dispose();
        throw new IOException("hung up");
    }

    public async ValueTask DisposeAsync()
    {
        if (serving.IsCompleted) return;
        await closing.CancelAsync();
        try { await serving; }
        catch (OperationCanceledException) { }
    }

    private static string Address(IMailbox mailbox) => $"{mailbox.User}@{mailbox.Host}";

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
