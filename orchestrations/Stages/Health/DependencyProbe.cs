using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>
/// How one thing we depend on is looked at. An adapter registers one. The look is cheap, changes nothing and costs at most one
/// request; where none is that cheap, only what real calls met is told (<see cref="DependencyNotes"/>).
/// </summary>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="IsRequired">True when nothing can be accepted without it.</param>
/// <param name="Advice">What to change when it does not work.</param>
/// <param name="AskAsync">The look: throws <see cref="VendorException"/> for a fault. Null: only notes tell.</param>
public sealed record DependencyProbe(string Name, bool IsRequired, ProbeAdvice Advice, Func<CancellationToken, Task>? AskAsync);

/// <summary>
/// What to change when something does not work, as sentences of our own: what a vendor answers may have been written by an attacker
/// and is never shown to everybody.
/// </summary>
/// <param name="Access">When it denies access: names the credential's setting and the permission or role.</param>
/// <param name="Reach">When it does not answer: names the address's setting.</param>
/// <param name="Busy">When it throttles or fails by itself.</param>
public sealed record ProbeAdvice(string Access, string Reach, string Busy)
{
    /// <summary>The sentence for a fault.</summary>
    public string For(VendorException fault) => fault.Code switch
    {
        "unreachable" or "timeout" => Reach,
        // Also where the caller may repeat it: a role may be given meanwhile.
        "authentication" or "no-token" or "401" or "403" or "404" or "410" => Access,
        _ => fault.IsRetryable ? Busy : Access,
    };
}
