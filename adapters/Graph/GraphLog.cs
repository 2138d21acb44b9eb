using Microsoft.Extensions.Logging;

namespace HelpDesk.Adapters.Graph;

/// <summary>What the Graph adapter logs: operations, outcomes and Graph's own ids; never an address, a name or a pass.</summary>
internal static partial class GraphLog
{
    [LoggerMessage(4100, LogLevel.Debug, "Graph: {Operation} answered {Status} (request-id {RequestId}, client-request-id {ClientRequestId})")]
    public static partial void Answered(ILogger logger, string operation, int status, string? requestId, string clientRequestId);

    [LoggerMessage(4101, LogLevel.Warning, "Graph: {Operation} failed with {Code}; retryable: {IsRetryable}; wait: {RetryAfter} (request-id {RequestId}, client-request-id {ClientRequestId})")]
    public static partial void Failed(ILogger logger, string operation, string code, bool isRetryable, TimeSpan? retryAfter, string? requestId, string clientRequestId);

    [LoggerMessage(4102, LogLevel.Warning, "Graph: role assignments may not be read, so every account counts as privileged: grant the application permission {Permission}")]
    public static partial void RolesUnknown(ILogger logger, string permission);

    [LoggerMessage(4103, LogLevel.Debug, "Graph: the token of the identity {Identity} does not tell its roles; permissions are found out by the call itself")]
    public static partial void RolesUnreadable(ILogger logger, GraphIdentity identity);
}
