using Azure.Messaging.ServiceBus;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>
/// The queue between webhook and workflow (section <c>ServiceBus</c>); validated at start. The section is also the connection of the
/// trigger that reads the queue, which takes the same names.
/// </summary>
public sealed class ServiceBusOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ServiceBus";

    /// <summary>Name of the queue.</summary>
    public const string Queue = "tickets";

    /// <summary>Host name of the namespace, <c>NAME.servicebus.windows.net</c>. Setting <c>ServiceBus:FullyQualifiedNamespace</c>.</summary>
    public string FullyQualifiedNamespace { get; set; } = "";

    /// <summary>The user-assigned managed identity; default the machine's own. Setting <c>ServiceBus:ClientId</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>Longest wait until a message is durable; 1 to 100 seconds. Default 10 s: the sender of a webhook waits for it. Setting <c>ServiceBus:Timeout</c>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True sends over WebSockets on port 443, for networks that block AMQP's ports 5671 and 5672. Default false. Setting <c>ServiceBus:UseWebSockets</c>.</summary>
    public bool UseWebSockets { get; set; }

    /// <summary>
    /// Connection string of an emulator on this machine; the value of the setting <c>ServiceBus</c> itself, as the trigger reads it.
    /// Null everywhere else: a real namespace is signed in to by an identity.
    /// </summary>
    internal string? Emulator { get; set; }

    /// <summary>True when the address of the namespace is a plain host name.</summary>
    internal bool IsNamespaceValid => Uri.CheckHostName(FullyQualifiedNamespace) == UriHostNameType.Dns;

    /// <summary>True when the connection string is that of an emulator on this machine.</summary>
    internal bool IsEmulatorValid
    {
        get
        {
            try
            {
                return Emulator!.Contains("UseDevelopmentEmulator=true", StringComparison.OrdinalIgnoreCase) && ServiceBusConnectionStringProperties.Parse(Emulator).Endpoint.IsLoopback;
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }
}
