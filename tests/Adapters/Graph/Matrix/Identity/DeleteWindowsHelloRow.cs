namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DeleteWindowsHelloRow() : DeleteMfaMethodRow("windowsHelloForBusiness", "/windowsHelloForBusinessMethods/*");
