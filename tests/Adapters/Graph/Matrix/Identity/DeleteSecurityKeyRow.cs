namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DeleteSecurityKeyRow() : DeleteMfaMethodRow("fido2", "/fido2Methods/*");
