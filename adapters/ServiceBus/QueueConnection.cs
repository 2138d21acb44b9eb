using Azure.Core;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>The one connection to the queue: opened with the first message, opened again by the SDK when it breaks.</summary>
internal sealed class QueueConnection(TokenCredential credential, IOptions<ServiceBusOptions> options) : IAsyncDisposable
{
    /// <summary>Name of the system in errors.</summary>
    internal const string System = "service-bus";

    private static readonly TokenRequestContext Scope = new(["https://servicebus.azure.net/.default"]);

    private readonly Lazy<ServiceBusClient> _client = new(() => Connect(credential, options.Value));
    private ServiceBusSender? _sender;

    /// <summary>Sends to the queue; one is enough for all threads.</summary>
    public ServiceBusSender Sender => LazyInitializer.EnsureInitialized(ref _sender, () => _client.Value.CreateSender(ServiceBusOptions.Queue));

    /// <summary>Host name of the broker.</summary>
    public string Host => _client.Value.FullyQualifiedNamespace;

    /// <summary>Asks for a token, for health: nothing is sent for that.</summary>
    /// <exception cref="VendorException">There is none.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (options.Value.Emulator is not null)
            return;
        try
        {
            await credential.GetTokenAsync(Scope, cancellation);
        }
        catch (AuthenticationFailedException error)
        {
            throw SignInFailed(error);
        }
    }

    /// <summary>The error of an app that cannot sign in.</summary>
    public static VendorException SignInFailed(AuthenticationFailedException error) =>
        new(System, "authentication", "Service Bus cannot be signed in to. Check the app's identity and ServiceBus:ClientId.", isRetryable: true, inner: error);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _client.IsValueCreated ? _client.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static ServiceBusClient Connect(TokenCredential credential, ServiceBusOptions options)
    {
        var settings = new ServiceBusClientOptions
        {
            TransportType = options.UseWebSockets ? ServiceBusTransportType.AmqpWebSockets : ServiceBusTransportType.AmqpTcp,
            RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0, TryTimeout = options.Timeout },
        };
        return options.Emulator is { } emulator ? new ServiceBusClient(emulator, settings) : new ServiceBusClient(options.FullyQualifiedNamespace, credential, settings);
    }
}
