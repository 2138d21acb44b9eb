namespace HelpDesk.Orchestrations.Foundation;

/// <summary>
/// A fault of an outside system, the only exception type adapters throw for one. The message says what happened and names the
/// setting or permission to change; it never holds ticket text, a token or a pass.
/// </summary>
public sealed class VendorException(
    string system, string code, string message, bool isRetryable, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Which system: the id of a ticket system, <c>graph</c>, <c>teams</c>, <c>azure-openai</c>, <c>store</c>.</summary>
    public string System { get; } = system;

    /// <summary>The vendor's own code (Graph <c>error.code</c>), or the HTTP status, or <c>timeout</c>/<c>unreachable</c>.</summary>
    public string Code { get; } = code;

    /// <summary>True when the same call may succeed later: throttled, unreachable, 5xx.</summary>
    public bool IsRetryable { get; } = isRetryable;

    /// <summary>How long the vendor asked to wait, when it did.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The vendor's request id for its support, when known.</summary>
    public string? RequestId { get; init; }
}
