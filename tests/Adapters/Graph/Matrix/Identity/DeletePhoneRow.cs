namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DeletePhoneRow() : DeleteMfaMethodRow("phone", "/phoneMethods/*")
{
    /// <inheritdoc />
    public override int Effects => 2;

    /// <inheritdoc />
    protected override string Default => Authenticator;
}
