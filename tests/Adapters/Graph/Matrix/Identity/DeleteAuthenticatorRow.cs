namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DeleteAuthenticatorRow() : DeleteMfaMethodRow("microsoftAuthenticator", "/microsoftAuthenticatorMethods/*");
