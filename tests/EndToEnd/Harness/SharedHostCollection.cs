namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>The scenarios that share one host.</summary>
[CollectionDefinition(Name)]
public sealed class SharedHostCollection : ICollectionFixture<SharedHost>
{
    public const string Name = "one host";
}
