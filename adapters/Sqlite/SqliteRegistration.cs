using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Registers the embedded record store.</summary>
public static class SqliteRegistration
{
    /// <summary>
    /// Adds <see cref="IRecordStore"/> over one SQLite file, which is opened and checked when the host starts; a host that cannot
    /// open it does not start (<see cref="HelpDesk.Orchestrations.Foundation.VendorException"/>, system <c>store</c>).
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>Sqlite</c>.</param>
    public static IServiceCollection AddSqliteRecords(this IServiceCollection services, IConfiguration settings) =>
        services.AddSqliteRecords(settings.GetSection(SqliteOptions.Section).Bind);

    /// <summary>The same with settings given in code.</summary>
    public static IServiceCollection AddSqliteRecords(this IServiceCollection services, Action<SqliteOptions>? configure = null)
    {
        services.AddOptions<SqliteOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteOptions>, SqliteOptionsValidator>());
        services.TryAddSingleton(provider => new SqliteRecordStore(provider.GetRequiredService<IOptions<SqliteOptions>>().Value));
        services.TryAddSingleton<IRecordStore>(provider => provider.GetRequiredService<SqliteRecordStore>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SqliteStart>());
        return services;
    }
}
