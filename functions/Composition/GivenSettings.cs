namespace HelpDesk.Functions.Composition;

/// <summary>The settings that have a value: an empty one, as in a copied example file, is none. The local head reads them so, too.</summary>
internal static class GivenSettings
{
    /// <summary>Those of the host, without the empty ones. Read once: the platform restarts the app when a setting changes.</summary>
    public static IConfiguration Of(IConfiguration settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.AsEnumerable().Where(setting => !string.IsNullOrEmpty(setting.Value)))
        .Build();
}
