using System.Net.Http.Headers;

namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Reads how long Graph asked to wait.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The wait that the header names; zero when its date is over, null when there is none.</summary>
    public static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } when delta >= TimeSpan.Zero => delta,
        { Date: { } date } when date > now => date - now,
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };
}
