using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Layout;

/// <summary>Registers what the pages share.</summary>
internal static class LayoutRegistration
{
    /// <summary>Adds rendering, and the names and titles that pages show.</summary>
    public static IServiceCollection AddLayout(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<PersonNames>();
        services.TryAddSingleton<CatalogueView>();
        return services;
    }
}
