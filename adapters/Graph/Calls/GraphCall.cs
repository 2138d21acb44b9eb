namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>The call that the current flow of control makes: what the SDK does not hand back travels here.</summary>
internal sealed class GraphCall
{
    private static readonly AsyncLocal<GraphCall?> Ambient = new();

    private readonly Action _leaves;

    private GraphCall(GraphOperation operation, Action leaves)
    {
        Operation = operation;
        _leaves = leaves;
    }

    /// <summary>The call under way, or null outside of one.</summary>
    public static GraphCall? Current => Ambient.Value;

    /// <summary>What the call does.</summary>
    public GraphOperation Operation { get; }

    /// <summary>Our own id of the call, which Microsoft's support can search for.</summary>
    public string ClientRequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>Status of the last answer; 0 before one.</summary>
    public int Status { get; set; }

    /// <summary>Graph's id of the call.</summary>
    public string? RequestId { get; set; }

    /// <summary>How long Graph asked to wait.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Code of the request with which Intune asks for a second administrator; null when it asked for none.</summary>
    public string? ApprovalCode { get; set; }

    /// <summary>Makes a new call the current one of this flow.</summary>
    /// <param name="operation">What it does.</param>
    /// <param name="leaves">Called when its request had its turn and leaves.</param>
    public static GraphCall Begin(GraphOperation operation, Action leaves) => Ambient.Value = new GraphCall(operation, leaves);

    /// <summary>Its request leaves now: the time for the answer counts from here.</summary>
    public void Leaves() => _leaves();
}
