using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Web.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Return">Path to go on to.</param>
/// <param name="Search">What was searched for.</param>
/// <param name="Choices">Simulated people; null with a real tenant.</param>
/// <param name="Step">Impact of what will be decided, when the sign-in must be a fresh one; null = an ordinary sign-in.</param>
public sealed record SignInModel(string Return, string Search, IReadOnlyList<SignInChoice>? Choices, Impact? Step = null)
{
    /// <summary>True when the person proves who they are by this sign-in.</summary>
    public bool IsProof { get; init; }

    /// <summary>What the form sends on; null for an ordinary sign-in.</summary>
    public string? StepText => IsProof ? SignInHandler.Proof : Step?.ToString();
}
