"""QGIS's proxy settings as the one address that pip takes."""

from __future__ import annotations

from urllib.parse import quote

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

# an address that stands for all others; system settings may differ from site to site
ANYWHERE = "https://example.org/"


def proxy_address() -> str:
    """Return the proxy that QGIS uses, with name and password where it has them; "" for none."""
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    if proxy.type() == QNetworkProxy.ProxyType.DefaultProxy:
        query = QNetworkProxyQuery(QUrl(ANYWHERE))
        proxy = QNetworkProxyFactory.systemProxyForQuery(query)[0]
    return address_of(proxy)


def address_of(proxy: QNetworkProxy) -> str:
    """Return a proxy as an address."""
    scheme = {
        QNetworkProxy.ProxyType.HttpProxy: "http",
        QNetworkProxy.ProxyType.HttpCachingProxy: "http",
        QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
    }.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""
    login = ""
    if proxy.user():
        login = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
    port = f":{proxy.port()}" if proxy.port() else ""
    return f"{scheme}://{login}{proxy.hostName()}{port}"
