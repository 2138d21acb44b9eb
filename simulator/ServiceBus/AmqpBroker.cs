using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>
/// The simulated Service Bus over AMQP 1.0 on 127.0.0.1, one queue and its dead letters, reached by the real SDK with
/// <c>UseDevelopmentEmulator=true</c>. Any token is taken: nothing is guarded here.
/// </summary>
internal sealed class AmqpBroker : IHostedService, IRuntimeProvider, IDisposable
{
    private const string DeadLetterPath = $"{BrokerOptions.Queue}/$deadletterqueue";
    private const string ManagementPath = "/$management";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(200);

    private readonly BrokerOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<AmqpConnection, byte> _connections = new();
    private readonly Dictionary<string, BrokerQueue> _queues;
    private readonly Dictionary<string, RequestNode> _nodes;
    private readonly AmqpSettings _settings = new();
    private TransportListener? _listener;
    private ITimer? _sweep;

    public AmqpBroker(SimulatorOptions options, TimeProvider time)
    {
        (_options, _time) = (options.ServiceBus, time);
        DeadLetters = new BrokerQueue(_options, time, deadLetters: null);
        Queue = new BrokerQueue(_options, time, DeadLetters);
        _queues = new(StringComparer.OrdinalIgnoreCase) { [BrokerOptions.Queue] = Queue, [DeadLetterPath] = DeadLetters };
        _nodes = _queues.ToDictionary(
            pair => pair.Key + ManagementPath, pair => new RequestNode(request => Management.Answer(pair.Value, Faults, request)), StringComparer.OrdinalIgnoreCase);
        _nodes.Add("$cbs", new RequestNode(_ => Management.Token(Faults)));
    }

    /// <summary>The queue.</summary>
    public BrokerQueue Queue { get; }

    /// <summary>Its dead letters.</summary>
    public BrokerQueue DeadLetters { get; }

    /// <summary>What goes wrong now.</summary>
    public BrokerFaults Faults { get; } = new();

    /// <summary>The port it listens on; null when there is no broker.</summary>
    public int? Port { get; private set; }

    /// <summary>What a client connects with.</summary>
    public string? ConnectionString => Port is { } port
        ? $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=simulated;SharedAccessKey=c2ltdWxhdGVk;UseDevelopmentEmulator=true"
        : null;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.Port is not { } port)
            return Task.CompletedTask;
        Port = port == 0 ? FreePort() : port;
        var version = new AmqpVersion(1, 0, 0);
        var sasl = new SaslTransportProvider();
        sasl.Versions.Add(version);
        sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
        sasl.AddHandler(new SaslAnonymousHandler());
        _settings.RuntimeProvider = this;
        _settings.TransportProviders.Add(sasl);
        var amqp = new AmqpTransportProvider();
        amqp.Versions.Add(version);
        _settings.TransportProviders.Add(amqp);
        _listener = new AmqpTransportListener([new TcpTransportSettings { Host = "127.0.0.1", Port = Port.Value }.CreateListener()], _settings);
        _listener.Listen(OnTransport);
        _sweep = _time.CreateTimer(
            _ =>
            {
                Queue.Sweep();
                DeadLetters.Sweep();
            },
            null, SweepEvery, SweepEvery);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _listener?.Close();
        CloseAll();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _sweep?.Dispose();

    /// <summary>Switches faults; one that is away closes what is open.</summary>
    public void Set(BrokerFaults faults)
    {
        Faults.Set(faults);
        if (faults.IsAway)
            CloseAll();
    }

    /// <inheritdoc />
    public AmqpConnection CreateConnection(TransportBase transport, ProtocolHeader protocolHeader, bool isInitiator, AmqpSettings amqpSettings, AmqpConnectionSettings connectionSettings) =>
        new(transport, protocolHeader, isInitiator: false, amqpSettings, connectionSettings);

    /// <inheritdoc />
    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) => throw new InvalidOperationException("Clients open sessions.");

    /// <inheritdoc />
    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings)
    {
        settings.MaxMessageSize = (ulong)_options.MaxMessageSize;
        return settings.IsReceiver() ? new ReceivingAmqpLink(session, settings) : new SendingAmqpLink(session, settings);
    }

    /// <inheritdoc />
    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state)
    {
        Attach(link, AddressOf(link) ?? throw new AmqpException(AmqpErrorCode.InvalidField, "A link needs an address."));
        var result = new OpenedLink(state);
        callback?.Invoke(result);
        return result;
    }

    /// <inheritdoc />
    public void EndOpenLink(IAsyncResult result)
    {
        // Nothing was left to wait for.
    }

    private void Attach(AmqpLink link, string address)
    {
        if (Faults.IsAway)
            throw new AmqpException(AmqpErrorCode.ConnectionForced, "The broker is away.");
        if (_nodes.TryGetValue(address, out var node))
            node.Attach(link);
        else if (!_queues.TryGetValue(address, out var queue))
            throw new AmqpException(AmqpErrorCode.NotFound, $"The messaging entity '{address}' could not be found.");
        else if (Faults.DeniesAccess)
            throw new AmqpException(AmqpErrorCode.UnauthorizedAccess, "Unauthorized access. 'Send' claim(s) are required to perform this operation.");
        else if (link is ReceivingAmqpLink sender)
            _ = new SenderLink(sender, queue, Faults);
        else
            _ = new ReceiverLink((SendingAmqpLink)link, queue, Faults);
    }

    private void OnTransport(TransportListener listener, TransportAsyncCallbackArgs args)
    {
        var connection = CreateConnection(
            args.Transport, (ProtocolHeader)args.UserToken, isInitiator: false, _settings, new AmqpConnectionSettings { ContainerId = "simulated-service-bus", MaxFrameSize = 64 * 1024 });
        if (Faults.IsAway)
        {
            connection.SafeClose();
            return;
        }

        _connections[connection] = 0;
        connection.Closed += (_, _) => _connections.TryRemove(connection, out _);
        connection.AmqpSettings.RuntimeProvider = this;
        connection.BeginOpen(AmqpConstants.DefaultTimeout, opened => Opened(connection, opened), connection);
    }

    private static void Opened(AmqpConnection connection, IAsyncResult opened)
    {
        try
        {
            connection.EndOpen(opened);
        }
        catch (Exception error) when (error is AmqpException or OperationCanceledException or TimeoutException or IOException or SocketException or ObjectDisposedException)
        {
            // The client went away while it connected.
            connection.SafeClose(error);
        }
    }

    private void CloseAll()
    {
        foreach (var connection in _connections.Keys)
            connection.SafeClose();
    }

    private static string? AddressOf(AmqpLink link) =>
        (link.IsReceiver ? ((Target)link.Settings.Target).Address : ((Source)link.Settings.Source).Address)?.ToString()?.TrimStart('/');

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed class OpenedLink(object state) : IAsyncResult
    {
        public object AsyncState => state;

        public WaitHandle AsyncWaitHandle => throw new NotSupportedException();

        public bool CompletedSynchronously => true;

        public bool IsCompleted => true;
    }
}
