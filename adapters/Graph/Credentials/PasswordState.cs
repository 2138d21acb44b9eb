using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>The state before a new password was asked for. No secret.</summary>
/// <param name="MustChange">True when the person had to choose a new password at the next sign-in already.</param>
internal sealed record PasswordState(bool MustChange) : TargetState
{
    /// <inheritdoc />
    public override string Form => "password/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("mustChange", MustChange));
}
