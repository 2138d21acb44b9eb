namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>Tests that share one compilation.</summary>
[CollectionDefinition(Name)]
public sealed class InfrastructureGroup : ICollectionFixture<CompiledInfrastructure>
{
    /// <summary>Its name.</summary>
    public const string Name = "infrastructure";
}
