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

    /// <summary>Host name of the namespace, <c>NAME.servicebus.windows.net</c>. On this machine itself also an address with http. Setting <c>ServiceBus:FullyQualifiedNamespace</c>.</summary>
    public string FullyQualifiedNamespace { get; set; } = "";

    /// <summary>The user-assigned managed identity; default the machine's own. Setting <c>ServiceBus:ClientId</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>Longest wait for one answer; 1 to 100 seconds. Default 10 s: the sender of a webhook waits for it. Setting <c>ServiceBus:Timeout</c>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Where messages are sent to; null when the setting is no host name.</summary>
    internal Uri? Messages
    {
        get
        {
            var root = FullyQualifiedNamespace.Contains("://", StringComparison.Ordinal) ? FullyQualifiedNamespace : $"https://{FullyQualifiedNamespace}";
            return Uri.TryCreate(root, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) && address is { UserInfo: "", PathAndQuery: "/", Host.Length: > 0 }
                ? new Uri(address, $"{Queue}/messages")
                : null;
        }
    }
}
