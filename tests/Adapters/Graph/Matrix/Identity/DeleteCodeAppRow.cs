namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DeleteCodeAppRow() : DeleteMfaMethodRow("softwareOath", "/softwareOathMethods/*");
