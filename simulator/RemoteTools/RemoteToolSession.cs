namespace HelpDesk.Simulator.RemoteTools;

/// <summary>A session of a simulated tool of remote support.</summary>
/// <param name="Id">The tool's id of it.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Key">What the product wrote to find it again.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record RemoteToolSession(string Id, string Tool, string Name, string Key, DateTimeOffset CreatedAt)
{
    /// <summary>When the customer joined; null while they did not.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Until when it can be joined.</summary>
    public DateTimeOffset ValidUntil { get; init; }
}

/// <summary>What the simulated tools do otherwise than usual.</summary>
public sealed record RemoteToolSwitches
{
    /// <summary>Tools whose token, secret or code is not taken any more.</summary>
    public IReadOnlyList<string> Refusing { get; init; } = [];

    /// <summary>True: Rescue answers with a page of something in between, with status 200.</summary>
    public bool RescueAnswersHtml { get; init; }

    /// <summary>How many arguments CreateSession of ScreenConnect takes. Default 5.</summary>
    public int ScreenConnectArguments { get; init; } = 5;
}
