namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>The call that the current flow of control makes: what the SDK does not hand back travels here.</summary>
internal sealed class GraphCall
{
    private static readonly AsyncLocal<GraphCall?> Ambient = new();

    /// <summary>The call under way, or null outside of one.</summary>
    public static GraphCall? Current => Ambient.Value;

    /// <summary>Our own id of the call, which Microsoft's support can search for.</summary>
    public string ClientRequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>Status of the last answer; 0 before one.</summary>
    public int Status { get; set; }

    /// <summary>Graph's id of the call.</summary>
    public string? RequestId { get; set; }

    /// <summary>How long Graph asked to wait.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Headers that the operation sends beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Code of the request with which Intune asks for a second administrator; null when it asked for none.</summary>
    public string? ApprovalCode { get; set; }

    /// <summary>Makes a new call the current one of this flow.</summary>
    public static GraphCall Begin(IReadOnlyDictionary<string, string>? headers = null) =>
        Ambient.Value = headers is null ? new GraphCall() : new GraphCall { Headers = headers };
}
