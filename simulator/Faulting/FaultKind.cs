using System.Text.Json.Serialization;

namespace HelpDesk.Simulator.Faulting;

/// <summary>What goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>The answer comes <see cref="Fault.Seconds"/> later.</summary>
    Latency,

    /// <summary>429, with Retry-After unless <see cref="Fault.Seconds"/> is 0.</summary>
    Throttled,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>503, with Retry-After unless <see cref="Fault.Seconds"/> is 0.</summary>
    Unavailable,

    /// <summary>The connection breaks before anything is done.</summary>
    DropBefore,

    /// <summary>The thing is done; then the connection breaks without an answer.</summary>
    DropAfter,

    /// <summary>Device actions asked for are accepted and never done.</summary>
    ActionStaysPending,

    /// <summary>Device actions asked for are accepted and fail.</summary>
    ActionFails,

    /// <summary>Device actions asked for are accepted and turn out not to be supported.</summary>
    ActionNotSupported,

    /// <summary>A device that is told to synchronise does so and stays non-compliant.</summary>
    StaysNonCompliant,

    /// <summary>The person who is given a temporary pass never uses it.</summary>
    PassNeverUsed,

    /// <summary>A licence is assigned, and one of its services cannot be provisioned.</summary>
    LicenceNotProvisioned,

    /// <summary>The application that a group brings is never installed.</summary>
    AppNeverInstalls,

    /// <summary>Reads show what was true <see cref="Fault.Seconds"/> ago.</summary>
    StaleReads,

    /// <summary>Everything under the system's prefix answers 503 without a word.</summary>
    Down,
}
