namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>What Graph answered to one call.</summary>
/// <param name="Value">The body; null when there is none or the status says so.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="RequestId">Graph's request-id.</param>
/// <param name="Code">Graph's <c>error.code</c>; null on success.</param>
/// <param name="VendorText">Graph's <c>error.message</c>, for the few faults that only their text tells apart; never shown.</param>
internal sealed record GraphReply<T>(T? Value, int Status, string? RequestId, string? Code = null, string? VendorText = null)
    where T : class
{
    /// <summary>Code of the request with which Intune asks for a second administrator; null when it asked for none.</summary>
    public string? ApprovalCode { get; init; }

    /// <summary>True when what was asked for is not there.</summary>
    public bool IsMissing => Status == 404;

    /// <summary>True for 2xx.</summary>
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>True when Graph's text holds these words.</summary>
    public bool Says(string words) => VendorText?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
