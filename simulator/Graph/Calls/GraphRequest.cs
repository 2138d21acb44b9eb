using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Contract;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>A checked call: it fits the contract, and the caller may make it.</summary>
internal sealed record GraphRequest
{
    public required GraphOperation Operation { get; init; }

    /// <summary>Values of the path's placeholders.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Path after the version, as it was called.</summary>
    public required string Path { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public JsonObject? Body { get; init; }

    /// <summary>Headers by their names, without case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The calling application.</summary>
    public required string ClientId { get; init; }

    /// <summary>Permissions of the caller.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    public required string ClientRequestId { get; init; }

    /// <summary>Address of the service with its version, for links.</summary>
    public required string Root { get; init; }

    /// <summary>How far this read lags behind writes.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>Value of the placeholder <c>user-id</c>.</summary>
    public string UserId => Values["user-id"];

    /// <summary>True when the caller has one of these permissions.</summary>
    public bool HasAny(params ReadOnlySpan<string> permissions)
    {
        foreach (var permission in permissions)
        {
            if (Roles.Contains(permission, StringComparer.Ordinal))
                return true;
        }

        return false;
    }
}
