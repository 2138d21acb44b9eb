namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>Whether an account may still act: read at the moment somebody decides.</summary>
/// <param name="IsEnabled">True when sign-in is allowed.</param>
/// <param name="IsMember">True for a member of this organisation; false for a guest and for an identity of another tenant.</param>
/// <param name="SessionsValidFrom">Sign-ins from before that moment were ended, UTC; null when none were.</param>
public sealed record SignInStanding(bool IsEnabled, bool IsMember, DateTimeOffset? SessionsValidFrom);
